package dev.promotion.yaml;

/**
 * A document among the definitions that is none: of another kind, or an application that belongs to
 * no product. It was not looked at.
 *
 * @param place where it starts: file, line and column
 * @param apiVersion its API version; empty where it has none
 * @param kind its kind; empty where it has none
 * @param name its name; empty where it has none
 */
public record OtherDocument(String place, String apiVersion, String kind, String name) {}
