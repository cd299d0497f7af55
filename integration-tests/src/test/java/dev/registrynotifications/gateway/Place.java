package dev.registrynotifications.gateway;

/**
 * Where things are in the API.
 *
 * @param repository of which repository
 */
record Place(String repository) {

  String manifest(String reference) {
    return "/v2/" + repository + "/manifests/" + reference;
  }

  String blob(String digest) {
    return "/v2/" + repository + "/blobs/" + digest;
  }

  /** Where uploads begin; the query has its question mark. */
  String uploads(String query) {
    return "/v2/" + repository + "/blobs/uploads/" + query;
  }
}
