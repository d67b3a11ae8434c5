package notjarvis.planner.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import notjarvis.json.Json;
import org.junit.jupiter.api.Test;

class DecisionSchemaTest {
  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void theMessageComesFirstAndAllIsRequired() throws JsonProcessingException {
    JsonNode schema = DecisionSchema.of(List.of());

    assertThat(schema.path("properties").fieldNames())
        .toIterable()
        .containsExactly("message", "is_complete", "action");
    assertThat(schema.path("required")).isEqualTo(json("['message','is_complete','action']"));
    assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
  }

  @Test
  void withoutActionsOnlyNullIsAllowed() throws JsonProcessingException {
    assertThat(DecisionSchema.of(List.of()).at("/properties/action"))
        .isEqualTo(json("{'anyOf':[{'type':'null'}]}"));
  }

  @Test
  void eachActionIsAShapeOfItsOwn() throws JsonProcessingException {
    JsonNode choices =
        DecisionSchema.of(List.of(Scene.SEARCH, Scene.LOCK)).at("/properties/action/anyOf");

    assertThat(choices)
        .isEqualTo(
            json(
                "[{'type':'object','properties':{"
                    + "'name':{'type':'string','enum':['search']},"
                    + "'arguments':{'type':'object','properties':{"
                    + "'query':{'type':'string','description':'What to look for'},"
                    + "'count':{'type':'integer','description':'How many results'},"
                    + "'safe':{'type':'boolean','description':'Whether to filter'}},"
                    + "'required':['query'],'additionalProperties':false}},"
                    + "'required':['name','arguments'],'additionalProperties':false,"
                    + "'description':'Searches the web.'},"
                    + "{'type':'object','properties':{'name':{'type':'string','enum':['lock']}},"
                    + "'required':['name'],'additionalProperties':false,"
                    + "'description':'Locks the screen.'},"
                    + "{'type':'null'}]"));
  }

  @Test
  void anAddressIsANumberOrAText() {
    JsonNode address =
        DecisionSchema.of(List.of(Scene.OPEN_WEBSITE))
            .at("/properties/action/anyOf/0/properties/arguments/properties/url/anyOf");

    assertThat(address.findValuesAsText("type")).containsExactly("integer", "string");
  }
}
