package notjarvis.blob;

/**
 * Where bytes are found again.
 *
 * @param sha256 their hash, 64 hexadecimal digits
 * @param size how many they are
 */
public record BlobRef(String sha256, String mediaType, int size) {}
