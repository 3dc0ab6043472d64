package dev.sluice.engine.backend;

/** Paths of models: exact, or with <code>{name}</code> segments and a trailing <code>{proxy+}</code>. */
final class PathTemplate {
    private PathTemplate() {}

    static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] sent = path.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].endsWith("+}")) {
                return sent.length > i;
            }
            if (i >= sent.length || !(wanted[i].startsWith("{") ? !sent[i].isEmpty() : wanted[i].equals(sent[i]))) {
                return false;
            }
        }
        return wanted.length == sent.length;
    }
}
