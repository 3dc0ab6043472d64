/**
 * The test platform's entry: JavaFX looks for its factory in a package named after {@code -Dglass.platform}. The parts
 * are in {@code com.sun.glass.ui.headless}, because the classes they extend are visible only there.
 *
 * <p>It stands on JavaFX's internals, so the JavaFX version is pinned; when it is raised, the screen tests say at once
 * whether the platform still fits.
 */
package com.sun.glass.ui.wide;
