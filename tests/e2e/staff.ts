/** The first administrator of the site under test. */
export const administratorEmail = "administrator@citiesfordigitalrights.org";
