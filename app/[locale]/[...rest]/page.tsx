import { notFound } from "next/navigation";

/** Every address that no page has: a 404 in the visitor's language rather than the one outside every language. */
export default function NoSuchPage() {
  notFound();
}
