// Stands in for assets/own in the one file: what reads documents of the reader's
// own would bring it beyond two megabytes. The page imports either of the two.

const SENTENCE =
  "Reading documents of your own is not part of this one file. The explorer on a website does it, without sending them anywhere.";

class OwnDocuments extends HTMLElement {
  connectedCallback() {
    const text = document.createElement("p");
    text.className = "quiet";
    text.textContent = SENTENCE;
    this.replaceChildren(text);
  }
}

customElements.define("own-documents", OwnDocuments);

// Answers whoever drops a file all the same.
export async function take() {
  location.hash = "#?view=documents";
}
