<?xml version="1.0" encoding="UTF-8"?>
<!--
  What pages look up in the volume and in its plan, as maps from identifiers to elements. Keys would do the same, but
  SaxonJS builds their indexes anew at each transform: the work of a volume would grow with the square of its length.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  exclude-result-prefixes="#all">

  <!--
    id: elements of the volume by xml:id. page: pages by slug, and documents by id. entry: documents alone. note: notes
    of the volume's series, as the plan has them. registered: entries of registers that have pages.
  -->
  <xsl:function name="f:lookup" as="map(xs:string, map(xs:string, element()+))">
    <xsl:param name="volume" as="document-node()"/>
    <xsl:param name="calendar" as="document-node()"/>
    <xsl:variable name="entries" select="$calendar/c:calendar/c:reading/c:entry"/>
    <xsl:sequence select="map{
      'id': f:by($volume/descendant::*[@xml:id], function($element) { string($element/@xml:id) }),
      'page': f:by($calendar/c:calendar/c:reading/(c:page | c:entry), function($page) { string($page/(@slug, @id)[1]) }),
      'entry': f:by($entries, function($entry) { string($entry/@id) }),
      'registered': f:by($calendar/c:calendar/c:registered/c:registered, function($entry) { string($entry/@id) }),
      'note': f:by($calendar/c:calendar/c:notes/c:note, function($note) { string($note/@id) })}"/>
  </xsl:function>

  <xsl:function name="f:by" as="map(xs:string, element()+)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="name" as="function(element()) as xs:string"/>
    <xsl:map>
      <xsl:for-each-group select="$elements" group-by="$name(.)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
