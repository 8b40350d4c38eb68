// What the server's pages do with scripts; all of them are complete without.
const text = document.querySelector(".text");

// j and k go from claim to claim
const notes = [...document.querySelectorAll(".remark")];
let at = -1;
function go(step) {
  if (notes.length === 0) return;
  at = Math.min(Math.max(at + step, 0), notes.length - 1);
  for (const note of notes) note.classList.toggle("here", note === notes[at]);
  light((mark) => (mark.dataset.claims ?? "").split(" ").includes(notes[at].id));
  notes[at].focus({ preventScroll: true });
  notes[at].scrollIntoView({ block: "center" });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
});

function light(lit) {
  for (const mark of text?.querySelectorAll("mark") ?? []) mark.classList.toggle("lit", lit(mark));
}

// #s120-145: the runs of a span, whatever claims cut it
function span() {
  const met = /^#s(\d+)-(\d+)$/.exec(location.hash);
  if (!met || !text) return;
  const [start, end] = [Number(met[1]), Number(met[2])];
  const inside = (run) => Number(run.dataset.start) < end && Number(run.dataset.start) + [...run.textContent].length > start;
  const runs = [...text.querySelectorAll("[data-start]:not(.line)")].filter(inside);
  light((mark) => runs.includes(mark));
  (runs[0] ?? text).scrollIntoView({ block: "center" });
}
addEventListener("hashchange", span);
span();

// words marked in the text fill the form of a missed claim
const missed = document.querySelector("form.missed");
function offset(node, inside) {
  const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]:not(.line)");
  return run ? Number(run.dataset.start) + [...run.textContent.slice(0, inside)].length : null;
}
if (missed && text) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (start === null || end === null || start >= end) return;
    missed.elements.start.value = start;
    missed.elements.end.value = end;
  });
}

// files dropped anywhere
const drop = document.querySelector(".drop");
if (drop) {
  const files = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragenter", (event) => { if (files(event)) drop.hidden = false; });
  addEventListener("dragover", (event) => { if (files(event)) event.preventDefault(); });
  drop.addEventListener("dragleave", () => { drop.hidden = true; });
  addEventListener("drop", async (event) => {
    if (!files(event)) return;
    event.preventDefault();
    const form = new FormData();
    form.append("token", drop.dataset.token);
    for (const file of event.dataTransfer.files) form.append("files", file);
    drop.firstElementChild.textContent = "Sending …";
    const answer = await fetch("/uploads", { method: "POST", body: form, headers: { accept: "application/json" } });
    if (answer.ok) location.assign((await answer.json()).progress);
    else drop.firstElementChild.textContent = await reason(answer);
  });
}
async function reason(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(".reason")?.textContent ?? page.body.textContent;
}

// how far an upload is
const progress = document.querySelector(".progress");
if (progress) {
  const events = new EventSource(progress.dataset.events);
  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    progress.querySelector("progress").value = now.share;
    progress.querySelector(".count").textContent =
      `${now.opened} of ${now.files} files opened, ${now.read} of ${now.documents} documents read, ${now.claims} claims`;
    if (now.done) {
      events.close();
      location.replace(progress.dataset.then);
    }
  });
}
