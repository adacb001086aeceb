import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";

export const generateMetadata = () => contentPageMetadata("contact");

export default function ContactPage() {
  return <ContentPage slug="contact" />;
}
