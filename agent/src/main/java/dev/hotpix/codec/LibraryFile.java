package dev.hotpix.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * The bundled library as a file that {@code System.load} can map: a fresh temporary one, gone as
 * soon as it is mapped, or one that an administrator has put in place.
 */
final class LibraryFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final boolean temporary;

    private LibraryFile(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    Path path() {
        return path;
    }

    /** Removes a temporary file; Linux keeps its mapping alive. */
    void delete() {
        if (!temporary) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException | RuntimeException e) {
            // A stray file in the temporary directory harms nobody; a codec that refuses to work would.
        }
    }

    /**
     * @param sha256 the expected digest of {@code library}, in hexadecimal
     * @param directory where to; null for {@code java.io.tmpdir}
     * @param property what the user can set to choose another directory
     */
    static LibraryFile place(byte[] library, String sha256, Path directory, String property)
            throws CodecUnavailableException {
        if (!sha256(library).equals(sha256)) {
            throw new CodecUnavailableException("the bundled codec is damaged (SHA-256 differs); "
                + "use the agent jar as it was built", null);
        }
        String stem = "libhotpix-" + CodecLibrary.LIBJPEG_TURBO + "-" + sha256.substring(0, 16);
        if (directory != null) {
            Path prepared = directory.resolve(stem + ".so");
            if (isTrusted(prepared, sha256)) {
                return new LibraryFile(prepared, false);
            }
        }
        Path target = directory != null ? directory : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        return new LibraryFile(extract(library, target, stem, property), true);
    }

    private static Path extract(byte[] library, Path directory, String stem, String property)
            throws CodecUnavailableException {
        Path file = null;
        try {
            file = Files.createTempFile(directory, stem + "-", ".so",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.write(file, library);
            return file;
        } catch (IOException | RuntimeException e) {
            if (file != null) {
                new LibraryFile(file, true).delete();
            }
            throw new CodecUnavailableException("cannot write the codec to " + directory + ": "
                + CodecLibrary.oneLine(e) + "; set " + property + " to a writable directory", e);
        }
    }

    /**
     * A file that others can replace could change between the check and the load, hence the demands
     * on owner and mode, of the file and of its directory.
     */
    private static boolean isTrusted(Path file, String sha256) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && onlyOwnerWrites(file)
                && onlyOwnerWrites(file.toAbsolutePath().getParent())
                && sha256(Files.readAllBytes(file)).equals(sha256);
        } catch (IOException | RuntimeException | CodecUnavailableException e) {
            return false;
        }
    }

    private static boolean onlyOwnerWrites(Path file) throws IOException {
        int owner = (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        return (owner == self || owner == 0)
            && !mode.contains(PosixFilePermission.GROUP_WRITE)
            && !mode.contains(PosixFilePermission.OTHERS_WRITE);
    }

    static String sha256(byte[] bytes) throws CodecUnavailableException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            StringBuilder text = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new CodecUnavailableException("this JVM has no SHA-256", e);
        }
    }
}
