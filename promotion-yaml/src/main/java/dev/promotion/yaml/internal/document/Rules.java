package dev.promotion.yaml.internal.document;

import dev.promotion.problem.ProblemCode;
import dev.promotion.yaml.internal.finding.FieldPath;
import dev.promotion.yaml.internal.finding.Findings;
import dev.promotion.yaml.internal.tree.NodeFinder;
import dev.promotion.yaml.internal.tree.YamlNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks document records by the constraints on their components. */
final class Rules {

  private static final Validator VALIDATOR = validator();

  private Rules() {}

  /** Adds what is wrong with a document, unless a finding about the same field explains it. */
  static void check(Object document, YamlNode root, Findings findings) {
    for (ConstraintViolation<Object> violation : VALIDATOR.validate(document)) {
      String field = field(violation.getPropertyPath()).toString();
      ProblemCode code = code(violation);
      if (!findings.explain(field)) {
        findings.add(NodeFinder.position(root, field), field, code, message(code, violation));
      }
    }
  }

  private static FieldPath field(Path property) {
    FieldPath field = FieldPath.ROOT;
    for (Path.Node node : property) {
      if (node.getIndex() != null) {
        field = field.item(node.getIndex());
      } else if (node.getKey() != null) {
        field = field.field(node.getKey().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        field = field.field(node.getName());
      }
    }
    return field;
  }

  private static ProblemCode code(ConstraintViolation<?> violation) {
    Class<?> constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return constraint == Required.class ? ProblemCode.REQUIRED : ProblemCode.RANGE;
  }

  private static String message(ProblemCode code, ConstraintViolation<?> violation) {
    return code == ProblemCode.RANGE
        ? violation.getInvalidValue() + " is outside " + violation.getMessage()
        : violation.getMessage();
  }

  /** Neither the locale nor a validation.xml of the host changes it; no expression language. */
  private static Validator validator() {
    ParameterMessageInterpolator english =
        new ParameterMessageInterpolator(
            Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false);
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .ignoreXmlConfiguration()
        .messageInterpolator(english)
        .buildValidatorFactory()
        .getValidator();
  }
}
