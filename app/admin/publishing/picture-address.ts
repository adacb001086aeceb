/** For editors alone: a picture of a draft is not public. */
export const adminPictureAddress = (id: string): string => `/admin/publishing/pictures/${id}.webp`;
