package dev.sluice.engine.backend.states;

import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** What a template can see besides the data: the context object, and chance. */
record Scope(JsonNode context, SplittableRandom random) {}
