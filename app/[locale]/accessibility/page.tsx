import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";

export const generateMetadata = () => contentPageMetadata("accessibility");

export default function AccessibilityPage() {
  return <ContentPage slug="accessibility" />;
}
