import type { Exchange } from "@/lib/front/exchange";
import {
  applicantUploads,
  BodyReader,
  staffUploads,
  type BodyLimits,
} from "@/lib/front/requests/request-body";
import { uploaderAt } from "@/lib/front/routes";
import type { StaffSessions } from "@/lib/front/requests/staff-sessions";
import type { WorkQueue } from "@/lib/front/work-queue";

type Settings = {
  limits?: BodyLimits;
  staffSessions: StaffSessions;
  isStaffToken: (token: string) => Promise<boolean>;
  mayAddFiles: (token: string) => Promise<boolean>;
  queue: WorkQueue;
};

/** Without a session or the link of an application, no address takes more than others. */
export class PostedBodies {
  private readonly forms: BodyReader;
  private readonly staffUploads = new BodyReader(staffUploads);
  private readonly applicantUploads = new BodyReader(applicantUploads);

  constructor(private readonly settings: Settings) {
    this.forms = new BodyReader(settings.limits);
  }

  /** @throws RefusedBody */
  async read(exchange: Exchange): Promise<Buffer> {
    const { request, target } = exchange;
    const uploader = uploaderAt(target.path);
    if (uploader?.kind === "staff") {
      const token = this.settings.staffSessions.tokenOf(request);
      const isStaff = token && (await this.settings.isStaffToken(token));
      if (isStaff) return this.staffUploads.read(request);
    }
    return uploader?.kind === "applicant"
      ? this.readApplicantsFile(exchange, uploader.token)
      : this.forms.read(request);
  }

  private async readApplicantsFile(exchange: Exchange, token: string): Promise<Buffer> {
    const { request, left } = exchange;
    this.applicantUploads.checkLength(request);
    // In a slot, so that a crowd with made-up links does not keep the database busy.
    const mayUpload = await this.settings.queue.run({ lane: "visitors", signal: left }, () =>
      this.settings.mayAddFiles(token),
    );
    if (!mayUpload) return this.forms.read(request);
    exchange.isUpload = true;
    return this.applicantUploads.read(request, token);
  }
}
