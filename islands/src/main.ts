/** What moves on a page of Fogline. The page is complete without it; where its parts are missing, nothing is done. */
import { Claims } from "./claims.ts";
import { contested } from "./contested.ts";
import { download, figuresTable, timelineTable } from "./csv.ts";
import { carried } from "./data.ts";
import { figures } from "./figures.ts";
import { Incidents } from "./incidents.ts";
import { Atlas } from "./map.ts";
import { network } from "./network.ts";
import { control, placed, unplaced } from "./places.ts";
import { relations } from "./relations.ts";
import { slider } from "./slider.ts";
import { sources } from "./sources.ts";
import { Timeline } from "./timeline.ts";
import { View } from "./view.ts";

const section = (part: string): Element | null => document.getElementById(part)?.closest("section") ?? null;

async function start(): Promise<void> {
  const data = await carried(document);
  if (!data) return;
  const view = new View(data);
  const claims = new Claims(document);
  const list = document.querySelector(".incidents");
  const incidents = list && new Incidents(list, view, claims);
  const mapped = section("map"), figure = mapped?.querySelector("figure.map");
  const atlas = figure && data.map ? new Atlas(figure, view) : null;
  const timed = section("timeline");
  const timeline = timed && new Timeline(timed, view);
  const actors = section("actors"), frame = actors?.querySelector(".network");

  const tables = (): void => {
    if (mapped) unplaced(mapped, view);
    if (mapped) placed(mapped, view);
    atlas?.draw();
  };
  view.changed((_, change) => {
    if (change === "chosen") {
      timeline?.choice();
      incidents?.filter();
    } else {
      const counted = section("figures"), disputed = document.querySelector(".disputes"), told = section("sources");
      if (counted) figures(counted, view, claims);
      if (mapped) control(mapped, view);
      timeline?.draw();
      incidents?.show();
      if (disputed) contested(disputed, view, claims);
      if (frame) network(frame, view);
      if (actors) relations(actors, view);
      if (told) sources(told, view);
    }
    tables();
  });
  atlas?.draw();
  timeline?.draw();
  if (frame) network(frame, view);
  slider(view);
  if (list) {
    download(document.getElementById("figures"), "figures.csv", () => figuresTable(view, claims));
    download(document.getElementById("timeline"), "timeline.csv", () => timelineTable(view));
  }
  document.documentElement.dataset["islands"] = "ready";
}

void start();
