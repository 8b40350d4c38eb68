/** The claims that stand on the page, each once: their lines and sentences, where they are at home, and who borrows them. */

interface Line { readonly line: HTMLElement; readonly sentence: HTMLElement; readonly home: HTMLElement; readonly key: string }

export class Claims {
  private readonly held = new Map<string, Line>();
  private readonly homes: HTMLElement[] = [];

  constructor(page: ParentNode) {
    for (const home of page.querySelectorAll<HTMLElement>(".told li")) {
      const [sentence, ...lines] = [...home.children] as HTMLElement[];
      if (!sentence) continue;
      this.homes.push(home);
      for (const line of lines) this.held.set(line.id, { line, sentence, home, key: sentence.textContent });
    }
  }

  /** The words of the evidence; empty where the claim is not on the page. */
  sentence(claim: string): string {
    return this.held.get(claim)?.sentence.querySelector("bdi")?.textContent ?? "";
  }

  /** The evidence with its marks, to be put elsewhere. */
  marked(claim: string): Node[] {
    const words = this.held.get(claim)?.sentence.querySelector("bdi");
    return words ? [words.cloneNode(true)] : [];
  }

  voice(claim: string): { name: string; party: boolean; known: string } {
    const line = this.held.get(claim);
    const names = line?.line.querySelectorAll("bdi");
    const known = line?.sentence.querySelector("a")?.lastChild?.textContent ?? "";
    return { name: names?.item(names.length - 1)?.textContent ?? "", party: line?.line.querySelector(".flag") != null, known: known.replace(/^, /, "") };
  }

  has(claim: string): boolean {
    return this.held.has(claim);
  }

  /** Whether the claim's line stands on the page now: a link to it leads somewhere. */
  stands(claim: string): boolean {
    return this.held.get(claim)?.line.isConnected ?? true;
  }

  /** Every line back to where it is at home. */
  home(): void {
    for (const { line, home } of this.held.values()) if (line.parentElement !== home) home.append(line);
  }

  /** The lines of the claims, taken from their homes, each sentence once before its lines. */
  borrowed(claims: readonly string[]): HTMLElement {
    const list = document.createElement("ol");
    const said = new Map<string, HTMLElement>();
    for (const claim of claims) {
      const held = this.held.get(claim);
      if (!held) continue;
      let item = said.get(held.key);
      if (!item) {
        item = document.createElement("li");
        item.append(held.sentence.cloneNode(true));
        said.set(held.key, item);
        list.append(item);
      }
      item.append(held.line);
    }
    return list;
  }
}
