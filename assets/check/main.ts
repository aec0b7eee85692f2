// Checks the reader's programs in workers. The page loads this module when the Check view
// opens or when programs are dropped onto the page; see assets/boot/pending.ts. The entry
// point is `checker`, which dispatches a `change` event after changes; src/check draws it.

import { chosen, type Finds, type Found, foundIn } from "../files.ts";
import { isArchive, isEntered, isMetadata, isProgram } from "./names.ts";
import { CheckError, CheckWorker, NoChecker } from "./worker.ts";

// The most entries that are looked at, and the largest file that is read, in bytes.
const ENTRIES = 100_000;
const LARGEST = 512 * 1024 * 1024;

// Two workers use both cores of a small machine; more help little, since each has to be
// told what is known of the standard library.
const WORKERS = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 4));

// The shortest time between two `change` events, in milliseconds.
const GATHERED = 50;

/** Something to check or to unpack. */
interface Job {
  name: string;
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

class Checker extends EventTarget {
  /** The number of programs that are known so far, and of those that have been checked. */
  total = 0;
  done = 0;
  isBusy = false;
  isCancelled = false;
  /** What could not be read, as sentences. */
  problems: string[] = [];
  /** The texts that may say which versions a project supports. */
  metadata: string[] = [];
  /** Counts the checks, so that the page knows when a new one begins. */
  round = 0;
  #results: Uint8Array[] = [];
  #jobs: Job[] = [];
  // What is still under way for another run than this is too late.
  #run = new Run();
  #workers: CheckWorker[] = [];
  #told: ReturnType<typeof setTimeout> | undefined;

  /** The results since the last call: `check::SourceReport`s in postcard's encoding. */
  take(): Uint8Array[] {
    const taken = this.#results;
    this.#results = [];
    return taken;
  }

  /** Begins a new check of a text. */
  text(name: string, text: string) {
    const bytes = new TextEncoder().encode(text);
    const run = this.#begin();
    this.#add([{ name, bytes: async () => bytes }], run);
  }

  /** Checks a text beside the check of the reader. */
  async look(text: string) {
    const bytes = new TextEncoder().encode(text);
    const [, report] = await this.#worker(0).ask(["check", "", bytes], "checked");
    return report;
  }

  /** Takes the place of a check: results that were found elsewhere. */
  show(results: Uint8Array[]) {
    this.#begin();
    this.#results = results;
    Object.assign(this, { total: results.length, done: results.length, isBusy: false });
  }

  /** Begins a new check of files. */
  async files(finds: Promise<Finds> | Finds) {
    const run = this.#begin();
    const { found, areMore } = await finds;
    if (run.isOver) return;
    if (areMore) this.problems.push(`Only the first ${ENTRIES} files were read.`);
    const others: string[] = [];
    const jobs: Job[] = [];
    for (const one of found) {
      const job = this.#sorted(one, others);
      if (job) jobs.push(job);
    }
    await this.#read(found.filter(({ name }) => isMetadata(name)));
    if (run.isOver) return;
    if (jobs.length === 0) this.problems.push(nothingIn(others));
    this.#add(jobs, run);
  }

  /** Ends the check; what has been found stays. */
  cancel() {
    this.isCancelled = this.isBusy;
    this.isBusy = false;
    this.#run.isOver = true;
    for (const worker of this.#workers.splice(0)) worker.end();
    this.#tell();
  }

  // Forgets what has been found. The workers are kept, as starting one takes longer than
  // most checks.
  #begin() {
    this.#run.isOver = true;
    this.#run = new Run();
    this.round++;
    Object.assign(this, { total: 0, done: 0, isBusy: true, isCancelled: false });
    this.problems = [];
    this.metadata = [];
    this.#results = [];
    this.#jobs = [];
    this.#tell();
    return this.#run;
  }

  #sorted({ name, file }: Found, others: string[]): Job | undefined {
    if (isMetadata(name)) return undefined;
    if (!isProgram(name) && !isArchive(name)) others.push(name);
    else if (!file) this.problems.push(`${name} could not be read: no access to it.`);
    else if (file.size > LARGEST) this.problems.push(`${name} is larger than 512 MB.`);
    else return { name, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
    return undefined;
  }

  async #read(found: Found[]) {
    const { metadata } = this;
    const texts = found.map(({ file }) => file?.text().catch(() => "") ?? "");
    metadata.push(...(await Promise.all(texts)));
  }

  // Adds jobs, and lets as many workers do them as there are jobs.
  #add(jobs: Job[], run: Run) {
    this.total += jobs.filter(({ name }) => !isArchive(name)).length;
    // The next one is at the end, where taking it away costs nothing.
    this.#jobs.push(...jobs.reverse());
    for (let index = 0; index < WORKERS && run.workers.size < this.#jobs.length; index++) {
      if (run.workers.has(index)) continue;
      run.workers.add(index);
      this.#drain(index, run).finally(() => {
        run.workers.delete(index);
        this.#settle(run);
      });
    }
    this.#settle(run);
  }

  #settle(run: Run) {
    if (run.isOver || run.workers.size > 0) return;
    this.isBusy = false;
    this.#tell();
  }

  // Does jobs until none are left.
  async #drain(index: number, run: Run) {
    for (let job = this.#jobs.pop(); job && !run.isOver; job = this.#jobs.pop()) {
      try {
        await this.#do(job, this.#worker(index), run);
      } catch (cause) {
        if (run.isOver) return;
        if (cause instanceof NoChecker) return this.#giveUp(cause);
        const why = cause instanceof CheckError ? cause.message : "it may have been moved";
        this.problems.push(`${job.name} could not be checked: ${why}.`);
        this.done += isArchive(job.name) ? 0 : 1;
      }
      this.#tell();
    }
  }

  // Without a worker the other jobs would fail alike.
  #giveUp({ message }: NoChecker) {
    if (this.#jobs.length > 0 || this.problems.length === 0) {
      this.problems.push(`Not everything was checked: ${message}.`);
    }
    this.#jobs = [];
  }

  // A worker that has stopped is replaced.
  #worker(index: number) {
    const known = this.#workers[index];
    if (known && !known.hasEnded) return known;
    const worker = CheckWorker.start();
    this.#workers[index] = worker;
    return worker;
  }

  async #do(job: Job, worker: CheckWorker, run: Run) {
    const bytes = await job.bytes();
    if (isArchive(job.name)) return this.#unpack(job.name, bytes, worker, run);
    const [, report] = await worker.ask(["check", job.name, bytes], "checked");
    if (run.isOver) return;
    this.#results.push(report);
    this.done++;
  }

  async #unpack(name: string, bytes: Uint8Array, worker: CheckWorker, run: Run) {
    const [, members, problems] = await worker.ask(["unpack", name, bytes], "unpacked");
    if (run.isOver) return;
    this.problems.push(...problems);
    const texts = members.filter(([path]) => isMetadata(path));
    this.metadata.push(...texts.map(([, text]) => new TextDecoder().decode(text)));
    const programs = members.filter(([path]) => isProgram(path));
    if (programs.length === 0) this.problems.push(`${name} has no program in Python in it.`);
    this.#add(
      programs.map(([path, code]) => ({ name: path, bytes: async () => code })),
      run,
    );
  }

  #tell() {
    this.#told ??= setTimeout(() => {
      this.#told = undefined;
      this.dispatchEvent(new Event("change"));
    }, GATHERED);
  }
}

/** A check from its beginning to its end. */
class Run {
  isOver = false;
  /** The workers that do its jobs, by their index. */
  workers = new Set<number>();
}

function nothingIn(others: string[]) {
  const shown = others.slice(0, 3).join(", ");
  const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
  const where = shown ? `${shown}${more}: there` : "There";
  return `${where} is no program in Python (.py, .ipynb, .whl, .zip, .tar.gz).`;
}

export const checker = new Checker();

/** Checks dropped files and folders. The Check view shows the outcome. */
export function take(entries: (File | FileSystemEntry)[]) {
  if (!document.querySelector("#check")) location.hash = "#?view=check";
  return checker.files(foundIn(entries, ENTRIES, isEntered));
}

/** Checks the files that a reader has chosen in a field. */
export function choose(field: HTMLInputElement) {
  const files = chosen([...(field.files ?? [])], ENTRIES);
  // A folder that was chosen brings everything below it.
  const found = files.found.filter(({ name }) => name.split("/").slice(1, -1).every(isEntered));
  // Allows choosing the same file again.
  field.value = "";
  return checker.files({ ...files, found });
}
