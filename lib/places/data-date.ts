/**
 * The day of the newest entry in the places that the seed loads: they are GeoNames as of this
 * month.
 */
export const placesDataDate = new Date("2023-03-05");
