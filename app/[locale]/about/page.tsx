import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";

export const generateMetadata = () => contentPageMetadata("about");

export default function AboutPage() {
  return <ContentPage slug="about" />;
}
