import { RefusalPage, refusalMetadata } from "@/app/[locale]/refusal";

export const generateMetadata = () => refusalMetadata("sentTooMuch");

/** Shown where somebody sends more than any form of this site takes. */
export default function SentTooMuchPage() {
  return <RefusalPage refusal="sentTooMuch" />;
}
