import { Tag } from "@/components/staff-ui/tag";
import { isOfSameDomain } from "@/lib/applications/contact-domain";
import { isFreeMailAddress } from "@/lib/applications/free-mail";

type Props = {
  contactEmail: string | null;
  mandateUrl: string | null;
  isToFollow: boolean;
  isChanged: boolean;
};

/**
 * What makes a reviewer look twice, in the order of its weight. Nothing of it is a reason to
 * decline.
 */
export function Warnings({ contactEmail, mandateUrl, isToFollow, isChanged }: Props) {
  const isFreeMail = contactEmail !== null && isFreeMailAddress(contactEmail);
  const isOfOtherDomain =
    contactEmail !== null &&
    mandateUrl !== null &&
    !isFreeMail &&
    !isOfSameDomain(contactEmail, mandateUrl);
  return (
    <>
      {isChanged ? <Tag variant="notable">Changed since last looked at</Tag> : null}
      {isFreeMail ? <Tag variant="bad">Free email</Tag> : null}
      {isOfOtherDomain ? <Tag variant="bad">Email and mandate on two domains</Tag> : null}
      {isToFollow ? <Tag variant="bad">Mandate to follow</Tag> : null}
    </>
  );
}
