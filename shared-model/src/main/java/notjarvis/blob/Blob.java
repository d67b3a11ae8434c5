package notjarvis.blob;

/** The answer to {@link ReadBlob}. */
@SuppressWarnings("ArrayRecordComponent") // a message that is written once and read once
public record Blob(String mediaType, byte[] bytes) {}
