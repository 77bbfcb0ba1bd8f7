package dev.promotion.yaml.internal.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The API versions that have a field, where not all versions of its kind do. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface OnlyIn {

  /** Returns the API versions. */
  String[] value();
}
