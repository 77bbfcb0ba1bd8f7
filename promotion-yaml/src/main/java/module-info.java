/** Reads and writes the documents of a catalog. */
module dev.promotion.yaml {
  requires transitive dev.promotion.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires jakarta.validation;
  requires org.hibernate.validator;
  requires org.snakeyaml.engine;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  exports dev.promotion.yaml;

  provides dev.promotion.port.FileValues with
      dev.promotion.yaml.YamlFileValues;

  // The records of the documents are filled by Jackson and checked by Hibernate Validator.
  opens dev.promotion.yaml.internal.document to
      org.hibernate.validator,
      tools.jackson.databind;
}
