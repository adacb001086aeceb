// Loaded before the site: for it, every run begins at the same moment of the same day, so that no
// date and no count of days changes a picture.

const begin = Date.UTC(2026, 10, 23, 10, 0, 0);
const RealDate = Date;
const realBegin = RealDate.now();

class FixedDate extends RealDate {
  // Of its own, not inherited: Next copies only those when it puts a Date of its own in place.
  static override UTC = RealDate.UTC;
  static override parse = RealDate.parse;

  constructor(...parts: unknown[]) {
    if (parts.length === 0) super(FixedDate.now());
    else super(...(parts as [number]));
  }

  static override now(): number {
    return begin + RealDate.now() - realBegin;
  }
}

globalThis.Date = FixedDate as DateConstructor;
