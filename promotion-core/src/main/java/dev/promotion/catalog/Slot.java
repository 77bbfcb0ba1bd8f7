package dev.promotion.catalog;

import dev.promotion.environment.EnvironmentName;
import dev.promotion.product.ProductName;

/** The place of applications: their product, and the environment that they belong to. */
record Slot(ProductName product, EnvironmentName environment) {}
