package notjarvis.planner.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import notjarvis.planner.brain.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionReaderTest {
  private final DecisionReader reader =
      new DecisionReader(List.of(Scene.SEARCH, Scene.OPEN_WEBSITE, Scene.OPEN_APP, Scene.LOCK));

  private Reading read(String json) {
    return reader.read(new Answer(json.replace('\'', '"'), false));
  }

  private static Reading act(String action, Map<String, Object> arguments) {
    return new Reading.Usable(new Decision.Act("Go.", action, arguments));
  }

  private Reading readAction(String action) {
    return read("{'message':'Go.','is_complete':false,'action':" + action + "}");
  }

  @Test
  void anAnswerNeedsNoAction() {
    Reading answer = new Reading.Usable(new Decision.Finish("Yes."));

    assertThat(read("{'message':'Yes.','is_complete':true,'action':null}")).isEqualTo(answer);
    assertThat(read("{'is_complete':true,'message':'Yes.'}")).isEqualTo(answer);
  }

  @Test
  void argumentsKeepTheirTypes() {
    assertThat(readAction("{'name':'search','arguments':{'query':'MIT','count':3,'safe':true}}"))
        .isEqualTo(act("search", Map.of("query", "MIT", "count", 3, "safe", true)));
    assertThat(readAction("{'name':'search','arguments':{'query':'x','count':3000000000}}"))
        .isEqualTo(act("search", Map.of("query", "x", "count", 3_000_000_000L)));
    assertThat(readAction("{'name':'search','arguments':{'query':'x','count':2.0}}"))
        .isEqualTo(act("search", Map.of("query", "x", "count", 2)));
  }

  @Test
  void anOptionalArgumentThatIsNullIsLeftOut() {
    assertThat(readAction("{'name':'search','arguments':{'query':'MIT','count':null}}"))
        .isEqualTo(act("search", Map.of("query", "MIT")));
  }

  @Test
  void anAddressIsTheNumberOfAResultOrAText() {
    assertThat(readAction("{'name':'open','arguments':{'url':2}}"))
        .isEqualTo(act("open_website", Map.of("url", 2)));
    assertThat(readAction("{'name':'open_website','arguments':{'url':'https://a.example/'}}"))
        .isEqualTo(act("open_website", Map.of("url", "https://a.example/")));
  }

  @Test
  void aParameterMayBeCalledName() {
    assertThat(readAction("{'name':'open_app','arguments':{'name':'firefox'}}"))
        .isEqualTo(act("open_app", Map.of("name", "firefox")));
  }

  @Test
  void anActionWithoutParametersNeedsNoArguments() {
    assertThat(readAction("{'name':'lock'}")).isEqualTo(act("lock", Map.of()));
    assertThat(readAction("{'name':'lock','arguments':null}")).isEqualTo(act("lock", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | it is not one JSON object",
        "`` | it is not a JSON object",
        "{} {} | it is not one JSON object",
        "[] | it is not a JSON object",
        "{'message':'a','message':'b','is_complete':true} | it is not one JSON object",
        "{'is_complete':true} | \"message\" has to be a string",
        "{'message':1,'is_complete':true} | \"message\" has to be a string",
        "{'message':' ','is_complete':true} | \"message\" has to hold the answer",
        "{'message':'a','is_complete':'yes'} | \"is_complete\" has to be a boolean",
        "{'message':'a','is_complete':true,'why':1} | \"why\" is not asked for",
        "{'message':'a\\ud800','is_complete':true} | \"message\" holds a character that is none",
        "{'message':'a\\u0000','is_complete':true} | \"message\" holds a character that is none"
      })
  void whatIsNoDecisionIsNamed(String json, String why) {
    assertThat(read(json)).isEqualTo(new Reading.Unusable(why));
  }

  @Test
  void itIsEitherCompleteOrNot() {
    Reading neither = read("{'message':'a','is_complete':false,'action':null}");
    Reading both = read("{'message':'a','is_complete':true,'action':{'name':'lock'}}");

    assertThat(neither).isEqualTo(both).isInstanceOf(Reading.Unusable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'lock' | \"action\" has to be an object or null",
        "{'name':'fly'} | there is no action \"fly\"",
        "{'arguments':{}} | there is no action \"\"",
        "{'name':'lock','now':true} | \"now\" is not asked for",
        "{'name':'lock','arguments':[]} | \"arguments\" has to be an object",
        "{'name':'lock','arguments':{'how':'tight'}} | lock takes no \"how\"",
        "{'name':'search'} | search needs \"query\"",
        "{'name':'search','arguments':{'query':null}} | search needs \"query\"",
        "{'name':'search','arguments':{'query':7}} | \"query\" of search has to be of type string",
        "{'name':'open','arguments':{'url':true}} | \"url\" of open_website has to be of type string",
        "{'name':'search','arguments':{'query':'x','count':'3'}}"
            + " | \"count\" of search has to be of type integer"
      },
      quoteCharacter = '`')
  void whatIsNotInTheCatalogueIsNamed(String action, String why) {
    assertThat(readAction(action)).isEqualTo(new Reading.Unusable(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{'a':1}", "[1]", "1.5", "99999999999999999999"},
      quoteCharacter = '`')
  void onlyPlainValuesAreArguments(String value) {
    Reading reading = readAction("{'name':'search','arguments':{'query':" + value + "}}");

    assertThat(reading)
        .isEqualTo(
            new Reading.Unusable("\"query\" has to be a string, a whole number or a boolean"));
  }

  @Test
  void anArgumentWithHalfACharacterIsUnusable() {
    assertThat(readAction("{'name':'search','arguments':{'query':'\\udc00'}}"))
        .isEqualTo(new Reading.Unusable("\"query\" holds a character that is none"));
  }
}
