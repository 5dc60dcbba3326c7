// In the frame of another site: the display is the one that the frame's address
// names, ?theme=light, dark or elder, else the reader's system has the say; and the
// page around is told how high the chart is, so that it can fit the frame. See
// docs/output.md for what that page does.
//
// The script is no module and runs while the head is read: nothing flashes.
{
  const root = document.documentElement;
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark" || theme === "elder") {
    root.dataset.theme = theme;
  }

  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      parent.postMessage({ type: "reportsite-height", height }, "*"); // no secret, and the host is unknown
    }
  };

  if (parent !== window) {
    addEventListener("load", tell);
    addEventListener("resize", tell);
  }
}
