/// The Kafka broker inside the process, and the topics: start at
/// [org.supplierscope.deploy.broker.EmbeddedBroker].
///
/// What is on the topics is not looked at here.
@NullMarked
package org.supplierscope.deploy.broker;

import org.jspecify.annotations.NullMarked;
