/** People of the demo store as tests need them: who buys, and who sells, counts, ships. */
@NullMarked
package io.niaga.system.shop;

import org.jspecify.annotations.NullMarked;
