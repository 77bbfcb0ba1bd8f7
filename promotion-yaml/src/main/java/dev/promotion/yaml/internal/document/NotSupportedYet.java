package dev.promotion.yaml.internal.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a field that would change what a release does before the library can do it: leaving it
 * out silently would be wrong.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = NotSupportedYet.Check.class)
@interface NotSupportedYet {

  /** What is wrong with a field that is not supported yet. */
  String MESSAGE =
      "not supported yet: a release that left it out would not do what this document says;"
          + " remove it for now";

  /** Returns the one value, by the name of its constant, that changes nothing. */
  String except() default "";

  /** Returns the message. */
  String message() default NotSupportedYet.MESSAGE;

  /** Returns no groups. */
  Class<?>[] groups() default {};

  /** Returns no payload. */
  Class<? extends Payload>[] payload() default {};

  /** Accepts what is not there. */
  final class Check implements ConstraintValidator<NotSupportedYet, Object> {

    private String except = "";

    /** Creates a check. */
    public Check() {}

    @Override
    public void initialize(NotSupportedYet constraint) {
      except = constraint.except();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      return value == null
          || (value instanceof Collection<?> values && values.isEmpty())
          || (value instanceof Enum<?> constant && constant.name().equals(except));
    }
  }
}
