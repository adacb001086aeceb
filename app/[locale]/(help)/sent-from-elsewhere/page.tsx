import { RefusalPage, refusalMetadata } from "@/app/[locale]/refusal";

export const generateMetadata = () => refusalMetadata("sentFromElsewhere");

/** Shown where a form of another site posts to this one. */
export default function SentFromElsewherePage() {
  return <RefusalPage refusal="sentFromElsewhere" />;
}
