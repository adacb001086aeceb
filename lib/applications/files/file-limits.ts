export const maxFileMegabytes = 10;

/** A resolution that was scanned page by page needs several. */
export const maxFiles = 5;

/** Of one application, those that were removed again included. */
export const maxFilesPerDay = 20;
