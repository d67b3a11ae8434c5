package notjarvis.blob;

/**
 * Keeps bytes for an owner. Answered with {@link BlobRef}; the same bytes are kept once.
 *
 * @param mediaType such as {@code image/png}
 * @param bytes up to {@link Blobs#LARGEST}
 */
@SuppressWarnings("ArrayRecordComponent") // a message that is written once and read once
public record KeepBlob(String ownerId, String mediaType, byte[] bytes) {}
