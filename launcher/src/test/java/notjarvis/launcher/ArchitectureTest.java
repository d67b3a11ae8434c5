package notjarvis.launcher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import notjarvis.bus.Bus;
import org.jspecify.annotations.NullMarked;

/** What the design forbids. */
@AnalyzeClasses(packages = "notjarvis", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyTheDoorwayTouchesTheEventBus =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Bus.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(EventBus.class);

  @ArchTest
  static final ArchRule plannersKnowNoOtherVerticle =
      blind("planner", "executor", "persistence", "gateway");

  @ArchTest
  static final ArchRule executorsKnowNoOtherVerticle =
      blind("executor", "planner", "persistence", "gateway");

  @ArchTest
  static final ArchRule persistenceKnowsNoOtherVerticle =
      blind("persistence", "planner", "executor", "gateway");

  @ArchTest
  static final ArchRule gatewaysKnowNoOtherVerticle =
      blind("gateway", "planner", "executor", "persistence");

  @ArchTest
  static final ArchRule nobodyKnowsTheLauncher =
      noClasses()
          .that()
          .resideOutsideOfPackage("notjarvis.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("notjarvis.launcher..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("notjarvis.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyWaitsOnAFuture =
      noClasses().should().callMethodWhere(calls(Future.class, "await"));

  @ArchTest
  static final ArchRule onlyTheTerminalPrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("notjarvis.launcher..", "notjarvis.testing..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule onlyPersistenceAndTheLauncherKnowSql =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "notjarvis.persistence..", "notjarvis.launcher.database..", "notjarvis.testing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.vertx.sqlclient..", "io.vertx.pgclient..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(liveInANullMarkedPackage());

  private static ArchRule blind(String verticle, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "notjarvis." + others[i] + "..";
    }
    return noClasses()
        .that(resideInAPackage("notjarvis." + verticle + ".."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String name) {
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + name,
        call ->
            call.getTargetOwner().isAssignableTo(owner) && call.getTarget().getName().equals(name));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(type, type.getPackageName()));
        }
      }
    };
  }
}
