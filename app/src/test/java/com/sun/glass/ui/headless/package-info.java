/** The parts of the test platform that must live beside the JavaFX classes they extend. */
package com.sun.glass.ui.headless;
