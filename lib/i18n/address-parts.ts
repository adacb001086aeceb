/**
 * An email or web address at the places where its line may break: before each dot and hyphen, after
 * each slash and at sign, as the style guides of print have it.
 */
export const addressParts = (address: string): string[] =>
  address.split(/(?<=[@/])(?![@/])|(?=[.\-?=&])/);
