package dev.jackstaff.listener.framing;

/** The characters that may stand in the parts of a head: RFC 9110, 5.5 and 5.6.2, and RFC 9112, 3. */
final class HeadCharacters {
    private static final int DELETE = 0x7F;
    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char character = '0'; character <= 'z'; character++) {
            TOKEN[character] = Character.isLetterOrDigit(character);
        }
        for (char character : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[character] = true;
        }
    }

    private HeadCharacters() {}

    static boolean isToken(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] < 0 || !TOKEN[bytes[i]]) {
                return false;
            }
        }
        return end > from;
    }

    /** Whether it has neither spaces nor control characters; bytes beyond ASCII are the server's to judge. */
    static boolean isTarget(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] >= 0 && (bytes[i] <= ' ' || bytes[i] == DELETE)) {
                return false;
            }
        }
        return end > from;
    }

    static boolean isValue(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] >= 0 && ((bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == DELETE)) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }
}
