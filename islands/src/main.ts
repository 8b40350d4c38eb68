import { filters } from "./filter.ts";
import { slider } from "./slider.ts";

slider(document);
filters(document);
