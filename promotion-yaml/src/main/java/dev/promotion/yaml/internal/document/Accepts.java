package dev.promotion.yaml.internal.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that a map may have beside those of its record; they are not looked at. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Accepts {

  /** Returns the names of the fields. */
  String[] value() default {};

  /** Returns whether any other field is accepted too, because the schema is not ours. */
  boolean others() default false;
}
