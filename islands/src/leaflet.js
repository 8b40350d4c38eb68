// The parts of Leaflet that the map uses: no tiles, no canvas, no pop-ups. Half the size of the whole.
import { Map } from "leaflet/src/map/Map.js";
import { DoubleClickZoom } from "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import { Drag } from "leaflet/src/map/handler/Map.Drag.js";
import { Keyboard } from "leaflet/src/map/handler/Map.Keyboard.js";
import { TouchZoom } from "leaflet/src/map/handler/Map.TouchZoom.js";
import "leaflet/src/control/Control.Zoom.js";
import "leaflet/src/layer/vector/Renderer.getRenderer.js";

Map.DoubleClickZoom = DoubleClickZoom;
Map.Drag = Drag;
Map.Keyboard = Keyboard;
Map.TouchZoom = TouchZoom;

export { Map };
export { CRS } from "leaflet/src/geo/crs/index.js";
export { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
export { SVGOverlay } from "leaflet/src/layer/SVGOverlay.js";
export { LayerGroup } from "leaflet/src/layer/LayerGroup.js";
export { Circle } from "leaflet/src/layer/vector/Circle.js";
export { CircleMarker } from "leaflet/src/layer/vector/CircleMarker.js";
export { Marker } from "leaflet/src/layer/marker/Marker.js";
export { DivIcon } from "leaflet/src/layer/marker/DivIcon.js";
