package dev.sluice.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The two looks of the workbench. */
public enum Theme {
    LIGHT(new PrimerLight(), Palette.LIGHT, "theme-light"),
    DARK(new PrimerDark(), Palette.DARK, "theme-dark");

    private final atlantafx.base.theme.Theme base;
    private final Palette palette;
    private final String styleClass;

    Theme(atlantafx.base.theme.Theme base, Palette palette, String styleClass) {
        this.base = base;
        this.palette = palette;
        this.styleClass = styleClass;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The theme's colours for drawing on a canvas. */
    public Palette palette() {
        return palette;
    }

    String userAgentStylesheet() {
        return base.getUserAgentStylesheet();
    }

    /** Class on the scene's root that chooses our own colours. */
    String styleClass() {
        return styleClass;
    }
}
