/** What a word is to a search: its forms in Indonesian and English, and how badly it may be misspelt. */
@NullMarked
package io.niaga.search.text;

import org.jspecify.annotations.NullMarked;
