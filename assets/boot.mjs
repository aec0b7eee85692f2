// Starts the explorer. The element #parts in the page names the files to load;
// #boot-message is shown until the explorer runs, and again if it cannot.
//
// This is a file of its own rather than a script in the page because the page's
// Content-Security-Policy allows no inline script.

const message = document.getElementById("boot-message");

// Replaces the message by a sentence about a failure and a way to try again.
// The reader gets this instead of a blank page, and the console gets the cause.
function fail(sentence, cause) {
  console.error(cause);
  const text = document.createElement("p");
  text.textContent = sentence;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Reload the page";
  button.addEventListener("click", () => location.reload());
  message.setAttribute("role", "alert");
  message.replaceChildren(text, button);
  message.hidden = false;
  // What the explorer draws may have taken the place of the message.
  if (!message.isConnected) document.body.prepend(message);
}

// A response that moves the progress bar as its body arrives. The length that a
// host states is that of the compressed body, so it is no total where there is
// an encoding, and the bar stays indeterminate.
function watched(response) {
  const progress = message.querySelector("progress");
  const total = Number(response.headers.get("Content-Length"));
  if (!progress || !total || response.headers.has("Content-Encoding")) {
    return response;
  }
  let received = 0;
  const meter = new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      progress.value = Math.min(received / total, 1);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(meter), {
    headers: response.headers,
  });
}

// How the explorer loads a module of its own late: by its address, relative to
// the page.
globalThis.importPart = (url) => import(new URL(url, document.baseURI).href);

// The reader's own documents. What takes them, assets/own, is loaded with the
// first file that is dragged onto the page, with the list of documents, or where
// the browser keeps some. It puts the parts that it makes in place of the
// bundle's.
globalThis.ownPart = () => undefined;
const { own } = document.getElementById("parts").dataset;
const ownDocuments = () => globalThis.importPart(own);

// The browser does not always say that a drag has left the window.
let leaving = 0;
function drag(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  // Without this the browser would leave the page for the file.
  event.preventDefault();
  clearTimeout(leaving);
  const isDragging = event.type === "dragover";
  document.documentElement.classList.toggle("dragging", isDragging);
  if (isDragging) leaving = setTimeout(() => document.documentElement.classList.remove("dragging"), 500);
  if (event.type !== "drop") return;
  // They can be asked for now only, not once the module is there.
  const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const taken = entries.filter((entry) => entry);
  ownDocuments()
    .then(({ take }) => take(taken))
    .catch((cause) => fail("What reads your documents could not be loaded; check the connection.", cause));
}
for (const type of ["dragover", "dragleave", "drop"]) addEventListener(type, drag);

function restore() {
  let isKept = false;
  try {
    isKept = localStorage.getItem("own-documents") === "kept";
  } catch {
    // A sandboxed frame has no storage, and so nothing in it.
  }
  // The shipped catalogue comes first.
  const later = globalThis.requestIdleCallback ?? setTimeout;
  if (isKept) later(() => ownDocuments().catch(console.warn));
}
// “Embed this view” is a script of its own. The buttons say which view it is.
addEventListener("click", async ({ target }) => {
  const view = target.closest?.("button[data-view]")?.dataset.view;
  if (view === undefined) return;
  try {
    const { embed } = document.getElementById("parts").dataset;
    const dialog = await importPart(embed);
    await dialog.open(view);
  } catch (cause) {
    fail("What embeds this view could not be loaded.", cause);
  }
});

async function start() {
  const { script, wasm } = document.getElementById("parts").dataset;
  const [app, response] = await Promise.all([
    import(new URL(script, document.baseURI).href),
    fetch(wasm),
  ]);
  if (!response.ok) {
    throw new Error(`${wasm}: the server answered ${response.status}`);
  }
  await app.default({ module_or_path: watched(response) });
  message.hidden = true;
  restore();
}

// A panic in the explorer ends it for good: what is left on the page would no
// longer answer, and the reader should know.
function stopped(event) {
  const cause = event.error ?? event.reason;
  if (cause instanceof WebAssembly.RuntimeError) {
    fail("The explorer stopped because of a fault of its own.", cause);
  }
}
addEventListener("error", stopped);
addEventListener("unhandledrejection", stopped);

start().catch((cause) =>
  fail(
    "The explorer could not be loaded. The connection may have failed, or the browser may be too old for WebAssembly.",
    cause,
  ),
);
