import type { IncomingMessage } from "node:http";

export class RefusedBody extends Error {
  constructor(readonly status: 408 | 413 | 503) {
    super(`The body of a request was refused with ${status}`);
  }
}

export class VisitorLeft extends Error {}

export type BodyLimits = {
  maxBytes: number;
  timeoutMs: number;
  /** Beyond this number, the oldest is refused. */
  maxAtOnce: number;
};

/**
 * The join form is the largest of the public ones: some 8,000 characters of up to four bytes, sent
 * twice by React.
 */
const formLimits: BodyLimits = { maxBytes: 131_072, timeoutMs: 15_000, maxAtOnce: 500 };

/** A picture, and the text that it is for. Only signed-in staff send so much. */
const uploadLimits: BodyLimits = { maxBytes: 7_000_000, timeoutMs: 60_000, maxAtOnce: 4 };

const uploads = /^\/admin\/publishing\/[^/]+$/;

export const mayUpload = (path: string): boolean => uploads.test(path);

type Reading = { refuse: (reason: Error) => void };

export class BodyReader {
  private readonly underWay = new Set<Reading>();

  constructor(private readonly limits = formLimits) {}

  static forUploads(): BodyReader {
    return new BodyReader(uploadLimits);
  }

  /** @throws RefusedBody if it is too large or too slow, or too many are read; VisitorLeft */
  read(request: IncomingMessage): Promise<Buffer> {
    const { maxBytes, timeoutMs } = this.limits;
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
      return Promise.reject(new RefusedBody(413));
    }
    return new Promise<Buffer>((resolve, reject) => {
      const body = new GrowingBuffer();
      const reading: Reading = { refuse: (reason) => end(() => reject(reason)) };
      const timer = setTimeout(() => reading.refuse(new RefusedBody(408)), timeoutMs);
      const collect = (chunk: Buffer) => {
        if (body.length + chunk.length > maxBytes) reading.refuse(new RefusedBody(413));
        else body.append(chunk);
      };
      const complete = () => end(() => resolve(body.toBuffer()));
      const leave = () => reading.refuse(new VisitorLeft());
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.underWay.delete(reading);
        request.off("data", collect).off("end", complete).off("close", leave);
        settle();
      };
      request.on("data", collect).on("end", complete).on("close", leave);
      request.on("error", () => undefined);
      this.begin(reading);
    });
  }

  private begin(reading: Reading): void {
    this.underWay.add(reading);
    if (this.underWay.size <= this.limits.maxAtOnce) return;
    const [oldest] = this.underWay;
    oldest?.refuse(new RefusedBody(503));
  }
}

/** One block of memory: a list of chunks of one byte would take a hundred times as much. */
class GrowingBuffer {
  length = 0;
  private memory = Buffer.alloc(0);

  append(chunk: Buffer): void {
    const needed = this.length + chunk.length;
    if (needed > this.memory.length) {
      this.memory = Buffer.concat([this.memory], Math.max(needed, this.memory.length * 2, 1_024));
    }
    chunk.copy(this.memory, this.length);
    this.length = needed;
  }

  toBuffer(): Buffer {
    return this.memory.subarray(0, this.length);
  }
}
