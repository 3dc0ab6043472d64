package dev.sluice.engine.execution.compression;

import dev.sluice.engine.http.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** The codings that API Gateway supports besides {@code identity}. {@code deflate} is the zlib format (RFC 9110). */
enum ContentCoding {
    GZIP,
    DEFLATE;

    private static final int CHUNK = 8_192;

    /** The coding of that name, whatever its case. */
    static Optional<ContentCoding> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            default -> Optional.empty();
        };
    }

    /** As in {@code Content-Encoding}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Body compressed(Body body) {
        var bytes = new ByteArrayOutputStream(body.length() / 2 + 64);
        try (OutputStream out = switch (this) {
            case GZIP -> new GZIPOutputStream(bytes);
            case DEFLATE -> new DeflaterOutputStream(bytes);
        }) {
            out.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Body.of(bytes.toByteArray());
    }

    /** What became of a body. */
    sealed interface Decompressed {
        record Whole(Body body) implements Decompressed {}

        /** It would be longer than {@link Body#LARGEST}: no more of it was read. */
        record TooLarge() implements Decompressed {}

        /** The bytes are not of this coding. */
        record Corrupt() implements Decompressed {}
    }

    /** Reads at most one byte over {@link Body#LARGEST}, whatever the bytes promise. */
    Decompressed decompressed(Body body) {
        try (InputStream in = reader(new ByteArrayInputStream(body.bytes()))) {
            var bytes = new ByteArrayOutputStream(Math.min(Body.LARGEST, 4 * body.length()));
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > Body.LARGEST) {
                    return new Decompressed.TooLarge();
                }
            }
            return new Decompressed.Whole(Body.of(bytes.toByteArray()));
        } catch (IOException e) {
            return new Decompressed.Corrupt();
        }
    }

    private InputStream reader(InputStream bytes) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(bytes);
            case DEFLATE -> new InflaterInputStream(bytes);
        };
    }
}
