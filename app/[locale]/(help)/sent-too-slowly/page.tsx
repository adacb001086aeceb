import { RefusalPage, refusalMetadata } from "@/app/[locale]/refusal";

export const generateMetadata = () => refusalMetadata("sentTooSlowly");

/** Shown where a form has not arrived in time. */
export default function SentTooSlowlyPage() {
  return <RefusalPage refusal="sentTooSlowly" />;
}
