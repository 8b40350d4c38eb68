/** The day filter of a timeline's table. */
export function filters(page: Document): void {
  for (const filter of page.querySelectorAll<HTMLElement>(".filter")) {
    const rows = [...(filter.parentElement?.querySelectorAll<HTMLElement>(".moments tbody tr") ?? [])];
    filter.hidden = false;
    filter.querySelector("select")?.addEventListener("change", (event) => {
      const day = (event.target as HTMLSelectElement).value;
      for (const row of rows) row.hidden = !meets(day, row.dataset["from"] ?? "", row.dataset["to"] ?? "");
    });
  }
}

/** Whether a day lies in a range; no day chosen meets all, a range that nobody told meets none. */
export function meets(day: string, from: string, to: string): boolean {
  return day === "" || (from !== "" && from <= day && day <= to);
}
