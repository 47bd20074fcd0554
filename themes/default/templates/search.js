/[?&]q=[^&#]/.test(location.search)&&(document.head.appendChild(document.createElement("script")).src=document.currentScript.dataset.search)
