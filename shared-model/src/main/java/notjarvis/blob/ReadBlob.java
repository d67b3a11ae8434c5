package notjarvis.blob;

/** Asks for kept bytes. Answered with {@link Blob}; NOT_FOUND when this owner keeps none such. */
public record ReadBlob(String ownerId, String sha256) {}
