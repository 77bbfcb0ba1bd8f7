package dev.promotion.yaml.internal.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Refuses a document without the field, saying what the field is for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = Required.Check.class)
@interface Required {

  /** Returns what the field does, as in "it names the product". */
  String value();

  /** Returns the message. */
  String message() default "missing; it {value}";

  /** Returns no groups. */
  Class<?>[] groups() default {};

  /** Returns no payload. */
  Class<? extends Payload>[] payload() default {};

  /** Accepts what is there. */
  final class Check implements ConstraintValidator<Required, Object> {

    /** Creates a check. */
    public Check() {}

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      return value != null;
    }
  }
}
