/** Day of the newest entry in the GeoNames data that the seed loads. */
export const placesDataDate = new Date("2023-03-05");
